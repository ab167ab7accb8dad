"""What the desk knows, decides, keeps and exchanges with the world; works without Qt."""
