package io.github.cognitofirstlogin.local.gateway;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The routes of an API. The order of the routes does not decide which route serves a request. */
public final class Routes {

  /** A route with its authorizer, its integration and its throttle. */
  public record Route(
      RouteKey key, Optional<Authorizer> authorizer, Integration integration, Throttle throttle) {}

  /** A request's route and the variables of its path. */
  record Match(Route route, Map<String, String> pathParameters) {}

  private final List<Route> mostExactFirst;

  public Routes(List<Route> routes) {
    mostExactFirst =
        routes.stream()
            .sorted(Comparator.comparing(Route::key, RouteKey.MOST_EXACT_FIRST))
            .toList();
  }

  /** The routes with one more route, unless the key exists already. */
  public Routes and(Route another) {
    if (has(another.key())) {
      return this;
    }
    var more = new ArrayList<>(mostExactFirst);
    more.add(another);
    return new Routes(more);
  }

  public boolean has(RouteKey key) {
    return mostExactFirst.stream().anyMatch(route -> route.key().equals(key));
  }

  Optional<Match> match(String method, String path) {
    return mostExactFirst.stream()
        .flatMap(
            route -> route.key().match(method, path).map(vars -> new Match(route, vars)).stream())
        .findFirst();
  }
}
