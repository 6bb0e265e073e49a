CREATED RUNNING FAILED
s: CREATED RUNNING WARNING SUCCESS
  attempts CREATED RUNNING WARNING SUCCESS
  outputs {"executionId":"#","state":"WARNING"}
  INFO Created new execution [[link execution="#" flowId="subflow-allow-warning-warn" namespace="uji.subflow-allow-warning"]]
s2: CREATED RUNNING FAILED SUCCESS
  attempts CREATED RUNNING FAILED SUCCESS
  outputs {"executionId":"#","state":"FAILED"}
  INFO Created new execution [[link execution="#" flowId="subflow-allow-warning-fail" namespace="uji.subflow-allow-warning"]]
s3: CREATED RUNNING SUCCESS
  outputs {"executionId":"#","state":"CREATED"}
  INFO Created new execution [[link execution="#" flowId="subflow-allow-warning-fail" namespace="uji.subflow-allow-warning"]]
s4: CREATED FAILED
  attempts FAILED
  ERROR Unable to find flow 'uji.subflow-allow-warning'.'subflow-allow-warning-tiada' with revision '0'
  ERROR#1 Unable to find flow 'uji.subflow-allow-warning'.'subflow-allow-warning-tiada' with revision '0'
