"""Looking for the words of a quotation in the record."""
