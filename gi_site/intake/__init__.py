"""What visitors send in: forms, files, secrets, limits and mail, shared by all who receive."""
