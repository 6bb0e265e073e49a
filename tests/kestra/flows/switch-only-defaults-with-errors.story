CREATED RUNNING FAILED
w: CREATED RUNNING FAILED
  attempts CREATED RUNNING
  ERROR#1 Unable to resolve state from the Flowable task: ‹java›
