package org.oktasync.plan.assets;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.oktasync.model.assets.ObjectIdentity;
import org.oktasync.model.assets.ObjectLink;
import org.oktasync.plan.PlanSink;

/**
 * Works out every change of objects that a run would make. Pure: it reads both sides, writes
 * nothing but the plan and its notes, and gives the same plan, in the same order, for the same
 * input.
 */
public final class ObjectPlanner {
  private final Context context;

  /**
   * What planning looks at beside both sides.
   *
   * @param policy what is done about missing objects
   * @param now the moment from which waiting times count back
   * @param book where references lead
   * @param users where people of Jira are found
   * @param links what is ours, whatever the type
   * @param problems counts what is wrong with values
   * @param notes takes what is learned about ownership
   * @param sink takes the plan
   */
  public record Context(
      MissingPolicy policy,
      Instant now,
      ReferenceBook book,
      UserLookup users,
      Function<ObjectIdentity, Optional<ObjectLink>> links,
      ProblemCount problems,
      LinkNotes notes,
      PlanSink sink) {}

  public ObjectPlanner(Context context) {
    this.context = context;
  }

  /**
   * Plans types so that what is referred to comes first; what refers to its own type, or in a
   * circle, to objects that are not there yet, comes in a second pass.
   *
   * @param types at most one side for each object type
   * @param absent mapped types of which nothing was read
   */
  public void plan(List<TypedObjects> types, List<TypeRules> absent) {
    ReferredObjects referred = new ReferredObjects(context, byId(types), absent);
    for (List<TypedObjects> circle : TypeOrder.of(types)) {
      Set<String> ids =
          circle.stream().map(type -> type.rules().type().id()).collect(Collectors.toSet());
      List<TypePlanner> planners = new ArrayList<>();
      circle.forEach(type -> planners.add(new TypePlanner(context, type, ids, referred)));
      planners.forEach(TypePlanner::prepare);
      planners.forEach(TypePlanner::plan);
      planners.forEach(TypePlanner::planReferences);
    }
  }

  private static Map<String, TypedObjects> byId(List<TypedObjects> types) {
    Map<String, TypedObjects> byId = new HashMap<>();
    types.forEach(type -> byId.put(type.rules().type().id(), type));
    return byId;
  }
}
