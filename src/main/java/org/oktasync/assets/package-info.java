/**
 * Assets of Jira Service Management Data Center, by its REST interface. Where public descriptions
 * of the interface differ, both readings are accepted: numbers as texts, attributes with or without
 * their definitions, the older address {@code /rest/insight/1.0}, the older search {@code
 * iql/objects}.
 */
package org.oktasync.assets;
