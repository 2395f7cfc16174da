package org.oktasync.plan.schema;

/** One step of building a schema. */
public sealed interface SchemaAction {
  /** The object type that it concerns; empty for none. */
  String type();

  /** The stable name of the sort of step, for example {@code create-type}. */
  String label();

  /** A status is made. */
  record CreateStatus(String name) implements SchemaAction {
    @Override
    public String type() {
      return "";
    }

    @Override
    public String label() {
      return "create-status";
    }
  }

  /** An object type is made. */
  record CreateType(String type) implements SchemaAction {
    @Override
    public String label() {
      return "create-type";
    }
  }

  /** The attribute {@code Name} that Assets gives each new type becomes the one that is wanted. */
  record NameLabel(String type, WantedAttribute attribute) implements SchemaAction {
    @Override
    public String label() {
      return "name-label";
    }
  }

  /** An attribute is made. */
  record CreateAttribute(String type, WantedAttribute attribute) implements SchemaAction {
    @Override
    public String label() {
      return "create-attribute";
    }
  }

  /** An attribute that takes one value from now on takes any number. */
  record WidenAttribute(String type, String attribute) implements SchemaAction {
    @Override
    public String label() {
      return "widen-attribute";
    }
  }

  /** An attribute gets another name, with all its values. */
  record RenameAttribute(String type, String from, String to) implements SchemaAction {
    @Override
    public String label() {
      return "rename-attribute";
    }
  }
}
