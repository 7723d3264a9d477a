package io.github.cognitofirstlogin.userpool;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** One operation of the API. */
@FunctionalInterface
interface Operation {

  ObjectNode answer(Input input);
}
