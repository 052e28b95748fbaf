"""What is remembered: tables, and functions that translate between rows and the domain. It judges nothing."""
