# Declares to the test drive what shall run, and waits until its page answers.
folder=$(get_octopusvariable "Services Folder")
environment=$(get_octopusvariable "Octopus.Environment.Name")
version=$(get_octopusvariable "Octopus.Release.Number")
port=$(get_octopusvariable "K8S Node Port")
deployment=$(get_octopusvariable "Octopus.Deployment.Id")

echo "Random Quotes $version shall run in $environment on port $port"
draft=$(mktemp "$folder/draft.XXXXXX")
printf 'environment=%s\nversion=%s\nport=%s\ndeployment=%s\n' "$environment" "$version" "$port" "$deployment" > "$draft"
mv "$draft" "$folder/$environment.service"

state="$folder/$environment.state"
for ((look = 0; look < 400; look++)); do
    if grep -qsx "deployment=$deployment" "$state"; then
        break
    fi
    sleep 0.1
done
if ! grep -qsx "deployment=$deployment" "$state"; then
    echo "The test drive did not start it within 40 seconds. Is ./tako testdrive still running?" >&2
    exit 1
fi
if ! grep -qx "running=true" "$state"; then
    sed -n 's/^message=/It did not start: /p' "$state" >&2
    exit 1
fi
port=$(sed -n 's/^port=//p' "$state")
set_octopusvariable "Address" "http://127.0.0.1:$port"
echo "It answers at http://127.0.0.1:$port"
