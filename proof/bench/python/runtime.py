"""A small client of the Runtime API: Lambda's own for Python has to be compiled."""

import http.client
import json
import os

from handler import handler

api = http.client.HTTPConnection(os.environ["AWS_LAMBDA_RUNTIME_API"])
while True:
    api.request("GET", "/2018-06-01/runtime/invocation/next")
    response = api.getresponse()
    request_id = response.getheader("lambda-runtime-aws-request-id")
    reply = handler(json.loads(response.read()), None)
    api.request("POST", f"/2018-06-01/runtime/invocation/{request_id}/response", json.dumps(reply))
    api.getresponse().read()
