#!/bin/sh
# Makes the certificates of the TLS tests: Node has no maker of certificates, and not every machine that runs
# the tests has openssl, so they are committed. They are for localhost alone, live for 100 years, are trusted by
# nothing but the tests, and the keys of the authorities are thrown away.
set -eu
cd "$(dirname "$0")"
days=36500
authority() {
  openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days $days -subj "/CN=$2" \
    -addext "basicConstraints=critical,CA:true" -addext "keyUsage=critical,keyCertSign" -keyout "$1.key" -out "$1.pem"
}
authority ca "cognito-recovery test authority"
authority other-ca "another test authority"
openssl req -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -subj "/CN=localhost" -keyout server.key -out server.csr
printf 'subjectAltName=DNS:localhost\nextendedKeyUsage=serverAuth\n' > server.ext
openssl x509 -req -in server.csr -CA ca.pem -CAkey ca.key -days $days -extfile server.ext -out server.pem
rm -f ca.key other-ca.key server.csr server.ext ./*.srl
