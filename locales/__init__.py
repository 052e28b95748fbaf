"""Every word a person may see, in Swedish and English."""
