CREATED RUNNING FAILED
s: CREATED RUNNING FAILED
  attempts CREATED FAILED
  outputs {"executionId":"#","state":"FAILED"}
  INFO Created new execution [[link execution="#" flowId="subflow-whose-output-fails-child" namespace="uji.subflow-whose-output-fails"]]
  ERROR Failed to extract outputs with the error: 'Unable to find `tiada` used in the expression `{{ tiada }}` at line 1'
