"""The demonstration township: tables built from named facts and a fixed seed, every row of them 演示数据."""
