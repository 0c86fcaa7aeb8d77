"""A quotation in hand beside the words of reports: where it stands, what was changed in it, what was left out."""
