package io.github.cognitofirstlogin.drift;

import java.util.List;

/** One difference, in one sentence, and the names under which a source may mention it. */
record Move(String sentence, List<String> names) {}
