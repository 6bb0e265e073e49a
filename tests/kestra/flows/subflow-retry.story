CREATED RUNNING FAILED RETRYING RUNNING FAILED
s: CREATED RUNNING FAILED RETRYING CREATED RUNNING FAILED
  attempts CREATED RUNNING FAILED | CREATED RUNNING FAILED RETRYING CREATED RUNNING FAILED
  outputs {"executionId":"#","state":"FAILED"}
  INFO Created new execution [[link execution="#" flowId="subflow-retry-child" namespace="uji.subflow-retry"]]
  INFO#1 Created new execution [[link execution="#" flowId="subflow-retry-child" namespace="uji.subflow-retry"]]
  ERROR Subflow execution [[link execution="#" flowId="subflow-retry-child" namespace="uji.subflow-retry"]] ends in FAILED state
  ERROR#1 Subflow execution [[link execution="#" flowId="subflow-retry-child" namespace="uji.subflow-retry"]] ends in FAILED state
