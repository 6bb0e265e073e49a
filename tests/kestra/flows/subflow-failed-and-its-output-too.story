CREATED RUNNING FAILED
s6: CREATED RUNNING FAILED
  attempts CREATED FAILED
  outputs {"executionId":"#","state":"FAILED"}
  INFO Created new execution [[link execution="#" flowId="subflow-failed-and-its-output-too-c" namespace="uji.subflow-failed-and-its-output-too"]]
  ERROR Failed to extract outputs with the error: 'Unable to find `tiada` used in the expression `{{ tiada }}` at line 1'
