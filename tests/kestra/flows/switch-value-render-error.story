CREATED RUNNING FAILED
w: CREATED RUNNING FAILED
  attempts CREATED RUNNING
  WARN Unable to save output on taskRun 'TaskRun(tenantId=main, id=#, executionId=#, namespace=uji.switch-value-render-error, flowId=switch-value-render-error, taskId=w, parentTaskRunId=null, value=null, attempts=null, outputs=null, state=State(current=CREATED, histories=[State.History(state=CREATED, date=@)]), iteration=null, dynamic=null, forceExecution=null)'
  ERROR#1 Unable to resolve state from the Flowable task: Unable to find `tiada` used in the expression `{{ tiada }}` at line 1
  ERROR#1 Unable to resolve outputs from the Flowable task: Unable to find `tiada` used in the expression `{{ tiada }}` at line 1
