CREATED RUNNING SUCCESS
z: CREATED SUBMITTED RUNNING SUCCESS
  INFO {{ 1 + 1 }}
  INFO 2
  INFO 2x
  INFO {{ 1 + 1 }}x
  INFO variables-raw-rendered-and-nested
  INFO [1,"{{ 2 }}"]
variables {"a":"{{ 1 + 1 }}","b":"{{ vars.a }}x","l":[1,"{{ 2 }}"],"m":{"n":{"o":"{{ flow.id }}"}}}
