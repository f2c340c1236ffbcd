package gradus.problems;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;

/** A scalar or list of a YAML file as text, with the place where it starts, from 1. */
@JsonDeserialize(using = TextDeserializer.class)
record Text(String value, int line, int column) {}
