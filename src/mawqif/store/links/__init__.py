"""The area of links: copies, utterances and stories, apart from the readings. `group` is `record.links`."""
