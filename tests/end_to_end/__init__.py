"""From saved pages to the record: whole runs over the samples and over garbage."""
