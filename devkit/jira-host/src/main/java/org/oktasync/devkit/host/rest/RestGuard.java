package org.oktasync.devkit.host.rest;

import com.atlassian.annotations.security.XsrfProtectionExcluded;
import java.lang.reflect.Method;
import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.container.ContainerRequestContext;
import javax.ws.rs.container.ContainerRequestFilter;
import javax.ws.rs.container.ResourceInfo;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.oktasync.devkit.host.security.AccessPolicy;
import org.oktasync.devkit.host.security.Accounts;
import org.oktasync.devkit.host.security.XsrfTokens;

/** Stops calls that Jira would not let through to a resource. */
final class RestGuard implements ContainerRequestFilter {
  private final Accounts accounts;
  private final XsrfTokens tokens;
  @Context private ResourceInfo resource;
  @Context private HttpServletRequest request;

  RestGuard(Accounts accounts, XsrfTokens tokens) {
    this.accounts = accounts;
    this.tokens = tokens;
  }

  @Override
  public void filter(ContainerRequestContext context) {
    Method method = resource.getResourceMethod();
    Class<?> type = resource.getResourceClass();
    AccessPolicy policy = AccessPolicy.of(method, type, type.getPackage());
    switch (policy.judge(accounts, request.getRemoteUser())) {
      case SIGN_IN ->
          context.abortWith(refusal(401, "Client must be authenticated to access this resource."));
      case FORBIDDEN ->
          context.abortWith(refusal(403, "Client is not authorized to access this resource."));
      case ALLOWED -> checkXsrf(context, method);
    }
  }

  private void checkXsrf(ContainerRequestContext context, Method method) {
    if (!method.isAnnotationPresent(XsrfProtectionExcluded.class) && !tokens.allowsRest(request)) {
      context.abortWith(
          Response.status(403).type(MediaType.TEXT_HTML).entity("XSRF check failed").build());
    }
  }

  private static Response refusal(int status, String message) {
    String body = "{\"message\":\"" + message + "\",\"status-code\":" + status + "}";
    return Response.status(status).type(MediaType.APPLICATION_JSON).entity(body).build();
  }
}
