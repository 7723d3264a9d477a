package io.github.cognitofirstlogin.drift;

import java.util.List;

/** One thing that moved, in one sentence, and the names by which a source may speak of it. */
record Move(String sentence, List<String> names) {}
