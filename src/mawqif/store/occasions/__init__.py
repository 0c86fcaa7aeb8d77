"""The area of occasions: what is linked across reports, apart from the readings. `group` is `record.occasions`."""
