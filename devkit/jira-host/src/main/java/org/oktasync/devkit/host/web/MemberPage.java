package org.oktasync.devkit.host.web;

import java.io.IOException;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

/** A page of the stand-in itself for whoever is signed in. */
public interface MemberPage {

  /** Path below the context; one that ends in a slash stands for everything beneath. */
  String path();

  /**
   * Answers GET and POST. The host has already signed somebody in, and refused a POST without a
   * valid {@code atl_token}.
   *
   * @param page writes the frame around the page's own HTML
   */
  void handle(HttpServletRequest request, HttpServletResponse response, PageWriter page)
      throws IOException;
}
