package com.atlassian.activeobjects.external;

/** Version of an add-on's table model; ordered as a number. */
public final class ModelVersion implements Comparable<ModelVersion> {
  private final int number;

  private ModelVersion(int number) {
    this.number = number;
  }

  public static ModelVersion valueOf(String version) {
    return new ModelVersion(Integer.parseInt(version));
  }

  @Override
  public int compareTo(ModelVersion other) {
    return Integer.compare(number, other.number);
  }

  public boolean isOlderThan(ModelVersion other) {
    return compareTo(other) < 0;
  }

  public boolean isNewerThan(ModelVersion other) {
    return compareTo(other) > 0;
  }

  public boolean isSame(ModelVersion other) {
    return compareTo(other) == 0;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ModelVersion that && number == that.number;
  }

  @Override
  public int hashCode() {
    return number;
  }

  @Override
  public String toString() {
    return String.valueOf(number);
  }
}
