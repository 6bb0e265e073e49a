CREATED RUNNING FAILED
l: CREATED RUNNING FAILED
  ERROR#1 Unable to resolve state from the Flowable task: ‹java›
