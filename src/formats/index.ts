// What the formats layer gives.
