// What the analysis layer gives.
