CREATED RUNNING SUCCESS
z: CREATED SUBMITTED RUNNING SUCCESS
  INFO ["a"]
WARN Input tiada was provided for workflow uji.inputs-undeclared-is-left-out.inputs-undeclared-is-left-out but isn't declared in the workflow inputs
inputs {"a":"x"}
