"""The commands on what links reports: link, copies, utterances, stories, trace."""
