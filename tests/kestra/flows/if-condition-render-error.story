CREATED RUNNING FAILED
i: CREATED RUNNING FAILED
  attempts CREATED RUNNING
  WARN Unable to save output on taskRun 'TaskRun(tenantId=main, id=#, executionId=#, namespace=uji.if-condition-render-error, flowId=if-condition-render-error, taskId=i, parentTaskRunId=null, value=null, attempts=null, outputs=null, state=State(current=CREATED, histories=[State.History(state=CREATED, date=@)]), iteration=null, dynamic=null, forceExecution=null)'
  ERROR#1 Unable to resolve state from the Flowable task: Unable to find `tiada` used in the expression `{{ tiada }}` at line 1
  ERROR#1 Unable to resolve outputs from the Flowable task: Unable to find `tiada` used in the expression `{{ tiada }}` at line 1
