"""Who is meant, who said or wants it, when and where: linkers complete the frames."""
