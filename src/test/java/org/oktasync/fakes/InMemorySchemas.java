package org.oktasync.fakes;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.oktasync.control.StopSignal;
import org.oktasync.source.SourceAttribute;
import org.oktasync.source.SourceAttribute.Format;
import org.oktasync.source.SourceAttribute.Mutability;
import org.oktasync.source.SourceAttribute.Type;
import org.oktasync.source.SourceSchemas;
import org.oktasync.source.UserType;

/** Schemas in memory; none before they are set. */
public final class InMemorySchemas implements SourceSchemas {
  private final List<UserType> types = new ArrayList<>();
  private final List<SourceAttribute> group = new ArrayList<>();
  private final Map<String, List<SourceAttribute>> apps = new HashMap<>();
  private Runnable asked = () -> {};

  /** A type of people; the first is the default one. */
  public InMemorySchemas type(String name, SourceAttribute... attributes) {
    types.removeIf(type -> type.name().equals(name));
    types.add(new UserType("oty" + name, name, name, types.isEmpty(), List.of(attributes)));
    return this;
  }

  /** The attributes of groups. */
  public InMemorySchemas groups(SourceAttribute... attributes) {
    group.clear();
    group.addAll(List.of(attributes));
    return this;
  }

  /** The attributes of an application's users. */
  public InMemorySchemas app(String id, SourceAttribute... attributes) {
    apps.put(id, List.of(attributes));
    return this;
  }

  /** An attribute with one value, which anybody may change and nobody needs. */
  public static SourceAttribute attribute(String path, String title, Type type) {
    return new SourceAttribute(
        path,
        title,
        "",
        type,
        false,
        Format.PLAIN,
        List.of(),
        Mutability.READ_WRITE,
        false,
        false,
        true);
  }

  /** What happens whenever somebody asks for the types of people; it may throw. */
  public InMemorySchemas whenAsked(Runnable event) {
    asked = event;
    return this;
  }

  @Override
  public List<UserType> userTypes(StopSignal stop) {
    stop.check();
    asked.run();
    return List.copyOf(types);
  }

  @Override
  public List<SourceAttribute> groupAttributes(StopSignal stop) {
    stop.check();
    return List.copyOf(group);
  }

  @Override
  public List<SourceAttribute> appUserAttributes(String app, StopSignal stop) {
    stop.check();
    return apps.getOrDefault(app, List.of());
  }
}
