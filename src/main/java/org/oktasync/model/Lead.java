package org.oktasync.model;

/**
 * A project of Jira, or a component of one, as something that somebody leads.
 *
 * @param project the project's key
 * @param component the component's name; empty for the project itself
 */
public record Lead(String project, String component) implements Comparable<Lead> {
  /** The lead of a project. */
  public static Lead ofProject(String key) {
    return new Lead(key, "");
  }

  /** Whether it is the project itself. */
  public boolean isProject() {
    return component.isEmpty();
  }

  /** How a person knows it: {@code ABC} or {@code ABC: Backend}. */
  public String label() {
    return isProject() ? project : project + ": " + component;
  }

  /** Orders by project, the project itself first. */
  @Override
  public int compareTo(Lead other) {
    int byProject = project.compareTo(other.project);
    return byProject != 0 ? byProject : component.compareTo(other.component);
  }
}
