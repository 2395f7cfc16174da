package org.oktasync.plan.assets;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.oktasync.model.assets.AttributeType;
import org.oktasync.model.assets.AttributeValue;
import org.oktasync.model.assets.ObjectAttribute;
import org.oktasync.model.assets.ObjectName;

/** Values that Assets holds, as changes write them. */
public final class PresentValues {
  private PresentValues() {}

  /**
   * Texts by what values are told apart by: for references the ids of the other objects, for people
   * their keys, else the texts themselves.
   *
   * @param referenceText the text of a reference
   */
  public static Map<String, String> of(
      ObjectAttribute attribute,
      List<AttributeValue> values,
      Function<AttributeValue, String> referenceText) {
    Map<String, String> texts = new LinkedHashMap<>();
    for (AttributeValue value : values) {
      if (attribute.type() == AttributeType.REFERENCE) {
        texts.put(value.reference(), referenceText.apply(value));
      } else if (attribute.type() == AttributeType.USER) {
        texts.put(value.reference(), value.text());
      } else {
        String text = TypedValue.of(attribute, value.text()).orElse(value.text());
        texts.put(text, text);
      }
    }
    return texts;
  }

  /** Whether the text of an attribute is another one, be it in a form of Assets' own. */
  public static boolean stands(ObjectAttribute attribute, String present, String wanted) {
    return present.equals(wanted) || (mayDiffer(attribute) && ObjectName.stands(present, wanted));
  }

  /**
   * Whether a value of this attribute may stand in the form of {@link ObjectName#accepted}: it is
   * what objects are called by, and need not be unique.
   */
  public static boolean mayDiffer(ObjectAttribute attribute) {
    return attribute.label() && !attribute.unique() && attribute.type() == AttributeType.TEXT;
  }
}
