// First tests arrive with the first slice.
