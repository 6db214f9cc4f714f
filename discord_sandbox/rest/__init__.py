"""The REST API, one module for each group of resources. Routes outside them answer 404 and are recorded."""
