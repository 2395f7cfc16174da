/** Keeps what the product remembers in Jira's database, through Active Objects. */
package org.oktasync.ao;
