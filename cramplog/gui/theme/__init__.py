"""How everything looks: the only folder that holds colours and sizes."""
