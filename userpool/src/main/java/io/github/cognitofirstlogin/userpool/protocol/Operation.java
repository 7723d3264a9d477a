package io.github.cognitofirstlogin.userpool.protocol;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** One operation of the API. */
@FunctionalInterface
public interface Operation {

  ObjectNode answer(Input input);
}
