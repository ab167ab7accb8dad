"""The field link: phones, the people who hold them, and the channels outward."""
