CREATED RUNNING FAILED
s: CREATED RUNNING FAILED
  outputs {"executionId":"#","state":"FAILED"}
  INFO Created new execution [[link execution="#" flowId="subflow-that-fails-child" namespace="uji.subflow-that-fails"]]
  ERROR Subflow execution [[link execution="#" flowId="subflow-that-fails-child" namespace="uji.subflow-that-fails"]] ends in FAILED state
e: CREATED SUBMITTED RUNNING SUCCESS
  INFO FAILED
