"""How every shipped table and model is made: one command each, from named inputs."""
