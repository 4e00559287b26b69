"""Tells how many queries an answer took, if asked."""

from django.db import connection


class QueryCountMiddleware:
    """Adds `X-Queries` to the answer to a request with `X-Count-Queries`."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if "X-Count-Queries" not in request.headers:
            return self.get_response(request)
        queries = []

        def count(execute, sql, params, many, context):
            queries.append(sql)
            return execute(sql, params, many, context)

        with connection.execute_wrapper(count):
            response = self.get_response(request)
        response["X-Queries"] = str(len(queries))
        return response
