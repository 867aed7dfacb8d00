// What the report layer gives.
