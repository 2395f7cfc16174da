package org.oktasync.plan.assets;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Puts types in an order in which what is referred to comes first. Types that refer to one another
 * in a circle stand together, as Tarjan's algorithm finds them.
 */
final class TypeOrder {
  private final Map<String, TypedObjects> byId = new HashMap<>();
  private final Map<String, Integer> index = new HashMap<>();
  private final Map<String, Integer> lowest = new HashMap<>();
  private final Deque<String> path = new ArrayDeque<>();
  private final List<List<TypedObjects>> order = new ArrayList<>();

  private TypeOrder() {}

  /** The types in groups, each of which refers to itself and earlier ones alone. */
  static List<List<TypedObjects>> of(List<TypedObjects> types) {
    TypeOrder order = new TypeOrder();
    types.forEach(type -> order.byId.put(type.rules().type().id(), type));
    for (TypedObjects type : types) {
      if (!order.index.containsKey(type.rules().type().id())) {
        order.visit(type);
      }
    }
    return order.order;
  }

  private void visit(TypedObjects type) {
    String id = type.rules().type().id();
    index.put(id, index.size());
    lowest.put(id, index.get(id));
    path.push(id);
    type.rules()
        .references()
        .map(rule -> rule.target().id())
        .filter(byId::containsKey)
        .forEach(target -> follow(id, target));
    if (lowest.get(id).equals(index.get(id))) {
      order.add(circle(id));
    }
  }

  private void follow(String id, String target) {
    if (!index.containsKey(target)) {
      visit(byId.get(target));
      lowest.merge(id, lowest.get(target), Math::min);
    } else if (path.contains(target)) {
      lowest.merge(id, index.get(target), Math::min);
    }
  }

  private List<TypedObjects> circle(String last) {
    List<TypedObjects> circle = new ArrayList<>();
    String id;
    do {
      id = path.pop();
      circle.add(0, byId.get(id));
    } while (!id.equals(last));
    return circle;
  }
}
