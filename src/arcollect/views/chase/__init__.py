"""What letters, papers, statements and the worklist say, and who gets one."""
