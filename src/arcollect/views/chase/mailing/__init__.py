"""Letters on their way: envelopes of e-mails, and the list for the post."""
