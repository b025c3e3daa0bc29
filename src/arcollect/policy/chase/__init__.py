"""Chasing: papers, statements, mail, the worklist, the register."""
